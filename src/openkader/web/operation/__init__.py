"""How the running house is watched: lines in a log, figures for Prometheus, and questions of a load balancer."""
