"""`python -m elchi` is the command `elchi`."""

from elchi.cli import main

if __name__ == "__main__":
    main()
