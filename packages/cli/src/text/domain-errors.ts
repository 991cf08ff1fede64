import { catalogueMessages } from "./errors/catalogue.js";
import { commonMessages } from "./errors/common.js";
import { dossierMessages } from "./errors/dossier.js";
import { handsMessages } from "./errors/hands.js";
import type { DomainError, Messages } from "./errors/messages.js";
import { moneyMessages } from "./errors/money.js";
import { paperMessages } from "./errors/papers.js";
import { petitionMessages } from "./errors/petition.js";
import type { Text } from "./text.js";

/**
 * What a person reads of an error of the domain, in every language: what is wrong, with its values, and what to do next.
 * It holds nothing personal, as no error does. Instants are given in the time of Vietnam.
 *
 * @example
 * domainMessage({ code: "RatingOutOfScale", score: 7, scale: 5 }).en // "7 is no rating on a scale of 5. …"
 */
export const domainMessage = (error: DomainError): Text => {
  const say: (error: never) => Text = MESSAGES[error.code];
  return say(error as never);
};

const MESSAGES: Messages = {
  ...commonMessages,
  ...dossierMessages,
  ...handsMessages,
  ...moneyMessages,
  ...catalogueMessages,
  ...petitionMessages,
  ...paperMessages,
};
