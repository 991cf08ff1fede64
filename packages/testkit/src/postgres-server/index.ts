export { type PostgresServer, type PostgresServerOptions, startPostgres } from "./server.js";
