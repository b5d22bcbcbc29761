"""How one installation is set up: its data folder, its database, its headers, its doors."""
