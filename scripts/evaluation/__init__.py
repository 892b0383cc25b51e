"""How well documents are read: what is found, against answers that people wrote down."""
