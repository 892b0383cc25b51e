"""What stands between quotation marks, and whose words they are."""
