import type { PostgresClient } from "../options.js";

/**
 * Who may do what, as roles that cannot log in; a user of the database is made a member of one of them.
 *
 * | role | may |
 * |---|---|
 * | `<schema>_reader` | read |
 * | `<schema>_writer` | read, and append; neither the position nor the time of recording is its to set |
 * | `<schema>_migrator` | what the owner may: bring the schema up to date, and restore a copied log with its times |
 * | `<schema>_owner` | owns the tables |
 *
 * Nobody's rights include changing or removing an event; and the triggers refuse it to the owner too, as long as they
 * stand. Where whoever sets up the log may not make roles, there are none, and it owns the tables itself.
 */
export const grantRights = async (client: PostgresClient, schema: string): Promise<void> => {
  const { rows } = await client.query(
    "SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (rows[0]?.may !== true) return;
  await client.query(ROLES.map((role) => makeRole(`${schema}_${role}`)).join("\n"));
  await client.query(grants(`"${schema}"`, (role) => `"${schema}_${role}"`));
};

const ROLES = ["owner", "migrator", "writer", "reader"] as const;

type Role = (typeof ROLES)[number];

/** Roles belong to the whole cluster: another database of it may have made them, or be making them now. */
const makeRole = (name: string): string => `
DO $$ BEGIN
  CREATE ROLE "${name}" NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;`;

const grants = (schema: string, named: (role: Role) => string): string => {
  const [owner, migrator, writer, reader] = ROLES.map(named);
  return `
GRANT ${owner} TO ${migrator};
GRANT ${owner} TO CURRENT_USER;
GRANT USAGE ON SCHEMA ${schema} TO ${writer}, ${reader};
GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${writer}, ${reader};
GRANT SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${writer}, ${reader};
GRANT INSERT (stream, version, id, type, schema_version, occurred_at, data, meta) ON ${schema}.events TO ${writer};
ALTER SCHEMA ${schema} OWNER TO ${owner};
ALTER TABLE ${schema}.events OWNER TO ${owner};
ALTER TABLE ${schema}.migrations OWNER TO ${owner};
ALTER VIEW ${schema}.log OWNER TO ${owner};
ALTER FUNCTION ${schema}.before_append() OWNER TO ${owner};
ALTER FUNCTION ${schema}.after_append() OWNER TO ${owner};
ALTER FUNCTION ${schema}.refuse() OWNER TO ${owner};`;
};
