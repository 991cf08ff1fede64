import map from "../../mappings/receipt.json" with { type: "json" };
import { Mapping } from "../mapping/mapping.js";
import { presetOf } from "../mapping/preset-of.js";
import type { Preset } from "./preset.js";

/**
 * The receipt phase of environmental permits at a Dutch municipality, 2010-2012 (CoSeLoG, J.C.A.M. Buijs,
 * 4TU.ResearchData), as XES or CSV: the map `mappings/receipt.json` of this package.
 */
export const receipt: Preset = read();

function read(): Preset {
  if (!Mapping.is(map)) throw new Error("mappings/receipt.json is no mapping");
  return presetOf(map);
}
