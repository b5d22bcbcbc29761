"""Cases in the case system of the organisation: found or made there, over the ZGW APIs (Zaken, Documenten, …)."""
