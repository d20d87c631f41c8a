"""When: time expressions, what they mean on the calendar, and dates that contradict."""
