/** The shares that convenors choose from: enough of them for every statute met so far. */
export const shares = ['1/2', '2/3', '3/4', '1/1'] as const;
