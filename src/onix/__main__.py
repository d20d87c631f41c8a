"""`python -m onix` is the command `onix`."""

import sys

from onix.cli import main

sys.exit(main())
