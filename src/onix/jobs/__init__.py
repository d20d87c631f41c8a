"""What the record is put to work for: one plain function a command, one file a function."""
