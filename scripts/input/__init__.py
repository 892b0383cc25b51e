"""Documents as they come: files of several formats, folders, archives, standard input."""
