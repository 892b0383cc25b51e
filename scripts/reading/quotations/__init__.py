"""Quotations: what stands between quotation marks, and whose words it is."""
