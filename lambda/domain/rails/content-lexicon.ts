export type ContentFilter = 'HATE' | 'INSULTS' | 'SEXUAL' | 'VIOLENCE';

/**
 * Phrases that are hardly ever innocent in business documents; single ambiguous words (kill,
 * execute, terminate) are left out on purpose. A lexicon misses what it does not list: on AWS the
 * managed filter does this work.
 */
const PHRASES: Readonly<Record<ContentFilter, RegExp>> = {
  HATE: /\b(?:(?:exterminate|deport|gas) (?:all )?(?:the )?(?:jews|muslims|blacks|gays|immigrants|foreigners)|(?:jews|muslims|blacks|gays|immigrants|women) are (?:vermin|subhuman|inferior|animals)|white (?:power|supremacy) forever|untermenschen?)\b/iu,
  INSULTS:
    /\b(?:you(?:'re| are)?(?: an?| such an?)? (?:stupid|idiot|moron|imbecile|worthless|pathetic|dumbass)|(?:fucking|goddamn) (?:idiot|moron|bastard)|piece of shit|du (?:idiot|arschloch|depp)|eres (?:un )?(?:idiota|imb[eé]cil))\b/iu,
  SEXUAL:
    /\b(?:explicit sex(?:ual)?|pornograph(?:y|ic)|erotic (?:story|stories)|nude (?:photos?|pictures?)|sex with (?:a )?(?:minor|child)|write .{0,20}\bsex scene)\b/iu,
  VIOLENCE:
    /\b(?:(?:how (?:to|do i|can i)|help me|i (?:will|want to)|going to) (?:kill|murder|shoot|stab|poison|strangle|hurt|beat up) (?:him|her|them|you|my|someone|a person|people)|(?:build|make) (?:a |an )?(?:pipe ?)?bomb|mass shooting)\b/iu,
};

/** The filters that a text trips. */
export function findContent(text: string): readonly ContentFilter[] {
  const found: ContentFilter[] = [];
  for (const filter of ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE'] as const) {
    if (PHRASES[filter].test(text)) found.push(filter);
  }
  return found;
}
