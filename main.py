"""Start Mahdar: the window without arguments, the command line with them."""

import sys

if __name__ == "__main__":
    try:
        from desktop_app.cli import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
