/** An address for people. */
export const withoutPassword = (url: string): string => url.replace(/^([^:]+:\/\/[^:@/]*):[^@]*@/, "$1@");
