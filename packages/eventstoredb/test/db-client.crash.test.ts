import { crashes } from "./support/crashes.js";

crashes("@eventstore/db-client");
