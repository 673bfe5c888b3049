-- Runs once, on an empty data directory: a role with its own database for Dateline and one for the registry, neither of
-- them a superuser. The superuser loses the password that the image insists on: it is let in inside the container only.
\set dateline `cat /run/secrets/postgres-password`
\set registry `sed -n 's/^apicurio.datasource.password=//p' /run/secrets/registry.properties`
CREATE ROLE dateline LOGIN PASSWORD :'dateline';
CREATE DATABASE dateline OWNER dateline;
REVOKE ALL ON DATABASE dateline FROM PUBLIC;
CREATE ROLE registry LOGIN PASSWORD :'registry';
CREATE DATABASE registry OWNER registry;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
ALTER ROLE postgres PASSWORD NULL;
