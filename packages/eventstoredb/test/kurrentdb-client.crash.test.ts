import { crashes } from "./support/crashes.js";

crashes("@kurrent/kurrentdb-client");
