"""The templates shipped with the program, and the script that makes them."""
