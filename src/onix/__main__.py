"""`python -m onix` is the command `onix`."""

import sys

try:
    from onix.cli import main

    sys.exit(main())
except KeyboardInterrupt:  # while it was still being loaded
    sys.exit(130)
