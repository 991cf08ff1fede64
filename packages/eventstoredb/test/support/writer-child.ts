// Appends what is planned for a seed until it is killed, and prints the versions of each group once all of it has been
// acknowledged. With "early" it prints before that, as a store would that acknowledges what is not stored.
import { eventStoreDbEventStore } from "@motcua/eventstoredb";
import { isLeft } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";
import { type ClientPackage, makeClient } from "./client.js";
import { plannedGroups } from "./planned.js";

const [name = "", url = "", namespace = "", seed = "1", when = ""] = process.argv.slice(2);
const store = eventStoreDbEventStore(makeClient(name as ClientPackage, url), { namespace });

for (const group of plannedGroups(Number(seed))) {
  if (when === "early") print("[]\n");
  const answers = await Promise.all(
    group.map(({ stream, events, expected }) => store.append(stream, events, expected)()),
  );
  const versions = answers.map((answer) => {
    if (isLeft(answer)) throw new Error(answer.left.code);
    return answer.right.version;
  });
  if (when !== "early") print(`${JSON.stringify(versions)}\n`);
}
