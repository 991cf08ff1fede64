import type { NoticeChannel, PersonalData, Recipient, Role } from "@motcua/core";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { SendFailure } from "../channel/channel.js";

/** Where people are reached: persons by the port for personal data, offices by a directory of the house. */
export interface Contacts {
  readonly persons: Pick<PersonalData, "contactOf">;
  /** The address of whoever holds an office at a unit, an agency or a centre; `null` where none is known. */
  readonly officeOf: (role: Role, at: string, channel: NoticeChannel) => string | null;
}

/** Asked when a message is sent, and kept nowhere. */
export const addressOf = async (
  { persons, officeOf }: Contacts,
  to: Recipient,
  channel: NoticeChannel,
): Promise<Either<SendFailure, string>> => {
  if (to.kind === "office") {
    const address = officeOf(to.role, to.at, channel);
    return address === null
      ? left(noAddress(false, "no address is known of this office"))
      : { _tag: "Right", right: address };
  }
  const contact = await persons.contactOf(to.subject, channel)();
  if (contact._tag === "Right") return contact;
  const { reason } = contact.left;
  return left(noAddress(reason === "unreachable", `the person's address: ${reason}`));
};

const noAddress = (again: boolean, detail: string): SendFailure => ({ code: "AddressUnknown", again, detail });
