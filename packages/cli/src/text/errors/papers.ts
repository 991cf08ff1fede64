import type { FormRef } from "@motcua/core";
import { statusNames } from "../labels.js";
import type { SomeMessages } from "./messages.js";

const formText = ({ regulation, number }: FormRef): string => `${number} (${regulation})`;

/** Errors about forms, the public lookup and the national portal. */
export const paperMessages = {
  FormUnknown: ({ form }) => ({
    en: `the circular has no form ${formText(form)}. Check number and circular: the same number has meant different forms.`,
    vi: `thông tư không có mẫu số ${formText(form)}. Hãy kiểm tra số mẫu và thông tư: cùng số có thể là mẫu khác.`,
  }),
  FormNotIssued: ({ form }) => ({
    en: `the form ${formText(form)} was not issued for this dossier: nothing that it tells of has happened.`,
    vi: `mẫu số ${formText(form)} chưa được lập cho hồ sơ này: chưa xảy ra việc mà mẫu ghi nhận.`,
  }),
  FormIsABook: ({ form }) => ({
    en: `the form ${formText(form)} is a book of many dossiers. Ask for the register instead.`,
    vi: `mẫu số ${formText(form)} là sổ của nhiều hồ sơ. Hãy dùng sổ theo dõi hồ sơ.`,
  }),
  DossierCodeMissing: ({ status }) => ({
    en: `a dossier that is "${statusNames[status].en}" has no code: it gets one at reception. Receive it first.`,
    vi: `hồ sơ ở trạng thái "${statusNames[status].vi}" chưa có mã: mã được cấp khi tiếp nhận. Hãy tiếp nhận trước.`,
  }),
  NationalStatusMissing: ({ status }) => ({
    en: `the national portal has no code for a dossier that is "${statusNames[status].en}". Send it once it has been received.`,
    vi: `Cổng Dịch vụ công quốc gia không có mã cho hồ sơ "${statusNames[status].vi}". Hãy đồng bộ sau khi tiếp nhận.`,
  }),
} satisfies SomeMessages;
