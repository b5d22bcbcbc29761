"""The file in which an organisation hands in a year: read strictly, all problems at once."""

from openkader.register.yearfile.codes import check_codes
from openkader.register.yearfile.file import YearFile, read_year_file

__all__ = ["YearFile", "check_codes", "read_year_file"]
