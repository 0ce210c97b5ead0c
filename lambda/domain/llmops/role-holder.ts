/** A name begins after the word that joins the parties, so it does not hold it. */
const LATER = String.raw`(?!(?:between|among|entre|zwischen)\s)`;
const NAME = String.raw`\p{Lu}(?:${LATER}[^\n,;:("„“]){1,70}?`;
const ADDRESS = String.raw`(?:,(?:${LATER}[^("„“]){0,160}?)?`;

/** `Who is the Lessor?`: the role; null where the question asks for none. */
export function askedRole(question: string): string | null {
  const role =
    /\b(?:who|which (?:party|company)) is (?:the |named as )?(?:the )?([\p{L}-]+(?: [\p{Lu}][\p{L}-]+)?)(?: (?:in|of|under|to|on) [^?]*)?\??\s*$/iu.exec(
      question.trim(),
    )?.[1];
  return (
    role ?? /\bwer ist (?:der|die|das) ([\p{L}-]+)\??\s*$/iu.exec(question.trim())?.[1] ?? null
  );
}

/**
 * Who holds a role by a label (`Lessor: Fabrikam Ltd., …`), a definition (`Fabrikam Ltd. ("Lessor")`)
 * or `hereinafter`; null where the text says it in no such form. `quote` is a piece of the text.
 */
export function findRoleHolder(
  text: string,
  role: string,
): { readonly name: string; readonly quote: string } | null {
  const word = role.replace(/\s+/g, '\\s+');
  const forms = [
    new RegExp(
      String.raw`(?:^|\n)[ \t]*(?:the )?${word}[ \t]*[:|][ \t]*(?<name>${NAME})(?=[,;\n(]|$)`,
      'iu',
    ),
    new RegExp(
      String.raw`(?:between|among|and|und|y|entre|zwischen|[.:;]|\n)\s+(?<name>${NAME})${ADDRESS}\s*\((?:[Tt]he |der |die |das |el |la )?["'„“]${word}["'”“]\)`,
      'u',
    ),
    new RegExp(
      String.raw`(?:between|among|and|und|y|entre|zwischen|[.:;]|\n)\s+(?<name>${NAME})${ADDRESS},\s+(?:hereinafter|hereafter|nachfolgend|im Folgenden|en adelante|en lo sucesivo)\s+(?:referred to as\s+)?(?:the |der |die |das |el |la )?["'„“]?${word}(?![\p{L}])`,
      'u',
    ),
  ];
  for (const form of forms) {
    const match = form.exec(text);
    const name = match?.groups?.['name']?.trim();
    if (match === null || name === undefined) continue;
    const at = match.index + match[0].indexOf(name);
    return { name, quote: text.slice(at, match.index + match[0].length).trim() };
  }
  return null;
}
