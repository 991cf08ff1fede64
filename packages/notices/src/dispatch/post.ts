import {
  dossierDecider,
  dossierEvents,
  dossierStream,
  messageDecider,
  messageEvents,
  messageStream,
  type Notice,
  sendingTime,
} from "@motcua/core";
import { type EventStore, type EventStoreError, type IntentRefused, load, type Perform } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Appended } from "../monitor/appended.js";
import { asker, orIntentRefused } from "../monitor/carry-out.js";
import type { DeskRules } from "../monitor/rules.js";
import type { Posting } from "./post-office.js";
import { handOver, type Posts } from "./posts.js";
import { stillSo } from "./still-so.js";

type Outcome = Either<IntentRefused | EventStoreError, void>;

/**
 * Carries out what the post office wants. A message is looked at once more just before it is sent: what it says may not be so
 * any more. First the channel takes it, and then that is recorded: who is stopped in between sends it again under the same
 * key.
 */
export const post = (
  store: EventStore,
  rules: DeskRules,
  posts: Posts,
  appended: Appended = () => undefined,
): Perform<Posting, EventStoreError> => {
  const decider = messageDecider(rules);
  const ask = asker(store, decider, { streamOf: messageStream, catalog: messageEvents }, appended);
  const askDossier = asker(store, dossierDecider(rules), { streamOf: dossierStream, catalog: dossierEvents }, appended);
  const isStillSo = stillSo(store, rules);

  const send = async ({ key, id, attempts }: Extract<Posting, { do: "send" }>, at: number): Promise<Outcome> => {
    const now = await load(store, decider, messageEvents, messageStream(id))();
    if (isLeft(now)) return left(orIntentRefused(now.left));
    const { message, channel, status, failures } = now.right.state;
    // Another one was quicker.
    if (status !== "waiting" || now.right.state.attempts !== attempts) return right(undefined);
    if (message === null || channel === null) return right(undefined);

    const hours = message.to.kind === "subject" ? rules.messages.applicantHours : rules.messages.staffHours;
    if (sendingTime(rules.calendar, hours)(at) > at) return ask(key, id, { type: "postpone", at });

    const still = await isStillSo(message, at);
    if (isLeft(still)) return left(orIntentRefused(still.left));
    if (!still.right) return ask(key, id, { type: "drop", at, reason: "noGround" });

    const worded = posts.word(message.template, channel, message.fields);
    if (isLeft(worded)) return ask(key, id, { type: "giveUp", at, reason: saying(worded.left) });
    const taken = await handOver(posts, id, message, channel, worded.right);
    if (!isLeft(taken)) {
      const { reference } = taken.right;
      return ask(key, id, { type: "recordSent", at, channel, ...(reference !== null && { reference }) });
    }
    const { code: reason, again, retryAfterMs = posts.retryAfterMs(failures) } = taken.left;
    const retryAt = at + Math.round(retryAfterMs);
    // Nobody was asked, so nothing has failed.
    if (reason === "CircuitOpen") return ask(key, id, { type: "postpone", at, until: retryAt });
    return ask(key, id, { type: "recordFailure", at, channel, reason, again, retryAt });
  };

  return (posting, at) => async () => {
    if (posting.do === "send") return send(posting, at);
    const { key, dossier, notice, channel } = posting;
    return askDossier(key, dossier, { type: "notifyApplicant", at, notice: notice as Notice, channel });
  };
};

const saying = ({ code, detail }: { readonly code: string; readonly detail: string }): string => `${code}: ${detail}`;
