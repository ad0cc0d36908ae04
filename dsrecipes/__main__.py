"""`python -m dsrecipes` is `dsrecipes`."""

from dsrecipes.cli import main

if __name__ == "__main__":
    main()
