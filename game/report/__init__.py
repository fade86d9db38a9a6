"""The household's story on paper: PDF and HTML. The only room that knows the PDF library."""
