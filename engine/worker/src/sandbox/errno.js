/** Answers of WASI functions, as far as this host gives them (WASI preview 1, type errno). */
export const SUCCESS = 0;
export const BADF = 8;
export const INVAL = 28;
export const NOSYS = 52;
