import { catalogueRows, type IndexViews, petitionRows } from "../../src/index.js";
import { rowsOf } from "./figures.js";

/** What indices are computed from: of what a test does not speak there is nothing. */
export const viewsOf = (views: Partial<IndexViews> = {}): IndexViews => ({
  dossiers: rowsOf(),
  catalogue: catalogueRows.empty(),
  petitions: petitionRows.empty(),
  ...views,
});
