"""`python -m sadar` is the `sadar` command."""

from sadar.cli import main

if __name__ == "__main__":
    main()
