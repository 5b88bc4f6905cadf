/** js-tokens, which stands before the modules of the page. */
declare const jsTokens: typeof import('js-tokens').default
