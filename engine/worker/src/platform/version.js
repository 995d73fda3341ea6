/** The release this executor belongs to. */
export const VERSION = '0.1.0';
