"""Converting many documents: in several processes, in little memory, to be taken up again where it was interrupted."""
