"""What runs the checks over tables."""
