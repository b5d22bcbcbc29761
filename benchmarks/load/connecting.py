"""Ways to keep connections to PostgreSQL, beside each other."""

ENVIRONMENT = "LOAD_CONNECTIONS"
SETTINGS = "benchmarks.load.connecting_settings"
WAYS = {
    "fresh": "a connection for each page",
    "kept": "kept by each thread for a minute (as we do)",
    "pool": "a pool of psycopg, four for each worker",
}
