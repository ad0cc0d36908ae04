"""Extensions of VeRL that its own settings load, inside its environment. Importing this package imports nothing."""
