"""`python -m bot` is `supercargo`."""

from bot.cli import main

if __name__ == "__main__":
    main()
