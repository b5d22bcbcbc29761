"""Documents that somebody sends along with a request: what may come in, and under which name it is kept."""

from openkader.casework.documents.forms import DocumentForm
from openkader.casework.documents.names import clean_name, kept_name
from openkader.casework.documents.reading import recognise
from openkader.casework.documents.sending import Purpose, Sent, may_send

__all__ = ["DocumentForm", "Purpose", "Sent", "clean_name", "kept_name", "may_send", "recognise"]
