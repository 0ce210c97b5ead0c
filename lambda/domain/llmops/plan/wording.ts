import { lazily } from '../../../lazily.ts';
import { indexPhrases, type PhraseIndex } from './phrases.ts';

/**
 * How English, German and Spanish ask: interrogatives, quantifiers, superlatives and comparatives, as
 * their grammars list these closed classes (Universal Dependencies: PronType=Int, NumType, Degree).
 */
const ASKING = {
  count: 'how many|number of|count|wie viele|wieviele|anzahl|cuantos|cuantas|numero de|cantidad de',
  sum: 'sum|sum of|altogether|in total|in all|combined|add up|total of all|total value|overall total|summe|insgesamt|zusammen|gesamtwert|gesamtsumme|suma|en total|en conjunto',
  average:
    'average|mean|on average|durchschnitt|durchschnittlich|im schnitt|promedio|media|en promedio',
  largest:
    'largest|highest|biggest|greatest|top|maximum|most expensive|longest|hochste|hochsten|grosste|grossten|teuerste|teuersten|langste|langsten|mayor|mas alto|mas alta|mas grande|mas caro|mas cara|maximo|mas largo',
  smallest:
    'smallest|lowest|minimum|cheapest|least expensive|shortest|niedrigste|niedrigsten|kleinste|kleinsten|gunstigste|kurzeste|menor|mas bajo|mas baja|mas pequeno|mas barato|mas barata|minimo|mas corto',
  latest:
    'latest|newest|most recent|last|neueste|neuesten|letzte|letzten|jungste|mas reciente|ultimo|ultima',
  earliest:
    'earliest|oldest|first|alteste|altesten|fruheste|erste|ersten|mas antiguo|mas antigua|primero|primera',
  list: 'list|list all|which|show|name|name all|welche|welcher|welches|liste|zeige|nenne|cuales|que|lista|muestra|enumera',
  all: 'all|every|each|any|alle|aller|allen|jede|jeder|jedes|todos|todas|todo|cada',
  compare:
    'compare|comparison|difference|differ|differs|versus|vs|vergleiche|vergleich|unterschied|unterscheiden|compara|comparar|comparacion|diferencia',
  lack: 'without|lack|lacks|lacking|missing|do not have|does not have|do not name|does not name|do not state|does not state|do not say|does not say|do not contain|does not contain|have no|has no|no|ohne|fehlt|fehlen|kein|keine|keinen|sin|falta|carecen|carece|no tienen|no tiene|no indican|no indica|no contienen',
  /** Leaves out or joins what follows: no condition of a query can say so yet. */
  except: 'not|except|excluding|other than|apart from|but|or|nicht|ausser|oder|excepto|salvo|o',
  different:
    'different|distinct|unique|verschiedene|unterschiedliche|distintos|distintas|diferentes',
} as const;
export type Asking = keyof typeof ASKING;

/** How a value in a question bounds the documents'. */
const BOUNDS = {
  above:
    'above|over|more than|greater than|exceeding|exceed|exceeds|higher than|larger than|after|later than|longer than|uber|mehr als|hoher als|grosser als|langer als|nach|ubersteigen|ubersteigt|mas de|superior a|superiores a|mayor que|mayores de|por encima de|supera|superan|excede|exceden|despues de|despues del|posterior a|posteriores a',
  'at-least':
    'at least|no less than|not less than|since|starting|mindestens|ab|seit|nicht weniger als|al menos|como minimo|desde|a partir de|a partir del',
  below:
    'below|under|less than|lower than|smaller than|before|earlier than|shorter than|unter|weniger als|niedriger als|kleiner als|kurzer als|vor|menos de|inferior a|inferiores a|menor que|antes de|antes del|anterior a',
  'at-most':
    'at most|no more than|not more than|up to|until|by|hochstens|maximal|bis|bis zu|bis zum|nicht mehr als|como maximo|hasta|hasta el',
  /** Of periods `in`, of amounts `at least`. */
  from: 'from|von',
  between: 'between|zwischen|entre',
  equals:
    'exactly|equal to|equals|of|on|dated|in|during|for|genau|gleich|vom|am|im|in|fur|wahrend|exactamente|igual a|del|de|el|en|durante|para',
} as const;
export type Bound = keyof typeof BOUNDS;

/** Said without any wish for what documents hold. */
const SMALL_TALK =
  'hello|hi|hey|good morning|good afternoon|good evening|thanks|thank you|bye|goodbye|how are you|who are you|what are you|what can you do|what can i ask|help|tell me a joke|hallo|guten tag|guten morgen|guten abend|danke|tschuss|wie geht es|wer bist du|was kannst du|hilfe|hola|buenos dias|buenas tardes|gracias|adios|como estas|quien eres|que puedes hacer|ayuda';

/** What is paid, in any document: the main amount where no field is called so. */
export const QUANTITY =
  'total|sum|amount|value|worth|cost|price|betrag|wert|summe|kosten|preis|importe|valor|suma|coste|precio';

/** Goes on from the question before. */
const FOLLOWS =
  'and|what about|how about|also|it|its|they|them|their|those|these|und|was ist mit|wie ist es mit|auch|davon|deren|dessen|diese|dieser|diesen|y|que hay de|tambien|ellos|ellas|estos|estas';

/** Documents of any kind. */
const COLLECTIVE =
  'document|file|paper|record|dokument|dokumente|unterlage|unterlagen|datei|dateien|beleg|belege|documento|archivo|fichero';

/** Words that name nothing: what is left of a question after these must be understood. */
const PLAIN =
  'we|you|they|please|show|tell|give|get|find|let|know|want|need|see|look|say|says|said|state|stated|name|named|called|mention|contain|contains|include|includes|dated|issued|received|come|comes|much|many|long|high|low|big|clause|provision|information|field|data|system|archive|collection|here|following|together|both|two|one|ones|wir|ihr|lautet|lauten|liegt|liegen|bitte|zeig|gib|sag|nenn|haben|hat|habe|gibt|geben|sind|stehen|steht|hoch|lang|viel|viele|klausel|angabe|angaben|welchem|welchen|beide|beiden|unser|unsere|unseren|deren|dessen|dime|muestrame|cuanto|cuanta|tiene|tienen|hay|son|esta|estan|clausula|dato|datos|nuestro|nuestra|nuestros|nuestras|cuyo|cuya|cuyos|cuyas|dos|suman|ascienden|asciende|belaufen|belauft|betragt|betragen|add|come|up|when|how|than|there|exist|any|every|each';

export const asking: () => PhraseIndex<Asking> = lazily(() => indexPhrases(entries(ASKING)));
export const bounds: () => PhraseIndex<Bound> = lazily(() => indexPhrases(entries(BOUNDS)));
export const follows = lazily(() => indexPhrases([[true, FOLLOWS]]));
export const smallTalk = lazily(() => indexPhrases([[true, SMALL_TALK]]));
export const collective = lazily(() => indexPhrases([[true, COLLECTIVE]]));
export const plain = lazily(() => indexPhrases([[true, PLAIN]]));

function entries<K extends string>(lists: Readonly<Record<K, string>>): (readonly [K, string])[] {
  const found: (readonly [K, string])[] = [];
  for (const key in lists) found.push([key, lists[key]]);
  return found;
}
