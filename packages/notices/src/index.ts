export { emailAddress, phoneNumber } from "./channel/address.js";
export type { Channel, OutgoingMessage, SendFailure, SendFailureCode, Sent } from "./channel/channel.js";
export {
  BREAKER_POLICY,
  type BreakerPolicy,
  type GuardedChannel,
  withCircuitBreaker,
} from "./channel/circuit-breaker.js";
export { fileChannel } from "./channel/file-channel.js";
export { type HttpChannelOptions, httpChannel } from "./channel/http-channel.js";
export { RETRY_POLICY, type RetryPolicy, retryDelay } from "./channel/retry-delay.js";
export { type MailTransport, type SmtpChannelOptions, smtpChannel } from "./channel/smtp-channel.js";
export { streamChannel } from "./channel/stream-channel.js";
export type { Contacts } from "./dispatch/contacts.js";
export { post } from "./dispatch/post.js";
export { type Posting, postOffice } from "./dispatch/post-office.js";
export type { NotWorded, Posts, Wording } from "./dispatch/posts.js";
export { type DeskFigures, deskFigures, type InHand, inHand } from "./figures/desk-figures.js";
export { type MessageRows, messageRows } from "./figures/message-rows.js";
export { DESK_METRICS, observeDesk } from "./figures/observe-desk.js";
export { type Desk, type DeskDone, type DeskError, keepWatch, openDesk, tick } from "./front-desk.js";
export type { Appended } from "./monitor/appended.js";
export { carryOut } from "./monitor/carry-out.js";
export { dossierDesk } from "./monitor/dossier-desk.js";
export { petitionDesk } from "./monitor/petition-desk.js";
export type { DeskRules } from "./monitor/rules.js";
export type { Wanted } from "./monitor/wanted.js";
export { builtInTemplates } from "./template/built-in.js";
export { lostWithoutMarks, type SmsLength, smsLength, withoutMarks } from "./template/gsm7.js";
export {
  checkTemplate,
  MESSAGE_FIELDS,
  type Template,
  type TemplateFieldMissing,
  type TemplateRefused,
  type Worded,
  type Words,
} from "./template/template.js";
export { type WordingOptions, wordingOf } from "./template/wording.js";
