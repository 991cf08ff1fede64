import { histories } from "./support/histories.js";

histories("@kurrent/kurrentdb-client");
