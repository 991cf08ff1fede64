import { histories } from "./support/histories.js";

histories("@eventstore/db-client");
