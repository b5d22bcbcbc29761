"""The forms that colleagues and others fill in; what may be done is a rule of the case and stands in `casework`."""
