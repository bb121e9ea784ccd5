/** What an incident is about, as far as actions are compared with it. */
export type Subject = {
  services: readonly string[];
  /** Stems of what it says of its cause, without those that say little; how many actions have each. */
  stems: ReadonlyMap<string, number>;
  /** Those of its title: what it is about in the first place. */
  title: ReadonlySet<string>;
};

/** An action that might have prevented it. */
export type Candidate = { text: string; stems: readonly string[]; services: readonly string[] };

/** Why an action matches: services of both, and words of the action that the cause has, too. */
export type Match = { services: string[]; words: string[]; score: number };

/** Stems that stand in any incident and any action: they tell nothing about what it is about. */
const common = new Set(
  `abil abl about accept account across action activ actual add addit affect after again alarm alert also alway analysi anoth answer appli applic
  approach assign autom automat avail back base becaus becom befor begin behavior behind better block bring bug build busi call came caus
  chang check clear close code come common communic complet condit configur consid contain continu correct cover creat critic current
  custom daili dashboard data date day decid delay depend deploy deploy design detail detect develop devic did differ direct discuss
  document doe done due dure earli edit effect enabl end engin enough ensur environ error establish event everi evid exampl exist expect
  explain extra fail failur fast find first fix follow full further gave get give goal got group guid happen hard high hour howev human
  identifi immedi impact implement import improv incid includ increas inform inspect instal instead intern introduc investig issu item
  job keep know known lack larg last late lead learn least left less level like limit line list live local log long longer look loss lost
  low made mail main maintain make manag mani manual measur meet messag method metric minut miss mitig mode monitor month more most move
  much multipl name need never new next normal note notic notif notifi number occur offic old on-cal onc one only oper option order origin
  outag owner page part pass path peopl perform period person phase place plan platform point polici possibl post potenti practic prepar
  present prevent previous prioriti problem procedur process product project proper propos provid purpos put reach read readi realli
  reason recent record recoveri reduc refer regular relat releas relev remain remov repeat replac report request requir resolv respond
  respons rest restart restor result review right risk roll root run runbook safe same save schedul second section see separ seri serv
  servic set setup sever short should show side similar simpl sinc singl site slow small softwar solut solv sourc special spend staff
  standard start state status step still stop support sure system take talk task team technic tell term test thing think thought thread
  ticket time today togeth token took tool toward track train tri trigger turn type under understand unit updat use user usual valid
  valu verifi version view visibl wait want warn watch way week well went whole within without work worker write wrong year
  abov accord accur agre allow alreadi among anyon appear appropri around ask assum attempt avoid awar away base batch bigger bit bring carri
  choos clean clearli collect combin compar concern confirm consequ constant convers could creation credit current decis default defin deliv
  demand describ despit determin difficult disabl duplic easi easier encount encourag entir especi evalu even eventu exact expand
  explicit expos extend fact far feel figur final five form forward found four frequent futur gener go half handl help higher hit hope idea
  ignor incorrect indic individu inspir instanc instruct intend interest involv itself lesson let light likelihood logic lower main major
  mark match matter max mean mechan mention mind minim miss mistak modifi multi necessari nobodi noth object obvious offer often older
  open otherwis outcom outsid overal particular partial pend perhap pick possibl potenti prefer pretti probabl progress prompt prone quick
  quit rang rather reach reli request reveal right rough say scenario send sent serious simpli sole somebodi someon someth sometim
  soon specif speed spot stay strict strong success suffici suggest suit sure surfac though three through time total tri two ultim unabl
  unclear unexpect unfortun unknown unless until upcom usag variou veri visibl wide worth would`.split(/\s+/),
);

/** Whether a stem says what something is about. */
export const tells = (stem: string): boolean =>
  stem.length >= 4 && !common.has(stem) && !/^[\d.:,/-]+$|['\\]/.test(stem);

const plain = (service: string): string => service.trim().toLowerCase();

/** The word of a text that has this stem; the stem itself where its spelling is another. */
function wordOf(text: string, stem: string): string {
  const beginning = stem.slice(0, Math.max(4, stem.length - 1));
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu)
      ?.find((word) => word.startsWith(beginning)) ?? stem
  );
}

/** A word that this share of all actions has is no sign of anything. */
export const mostShare = 0.1;
/** Few actions say little of how rare a word is. */
export const leastPool = 200;
/** So much two distinctive words weigh, or one rare one beside a service of both. */
const least = { alone: 9, withService: 4 };

/**
 * Whether an action was to prevent what happened again, and why. Words count the more the fewer actions have them; a service that both
 * name makes one of them enough; without it there are two, one of them in the title, or three. Pure.
 * @param actions how many actions there are
 */
export function matchAction(subject: Subject, candidate: Candidate, actions: number): Match | undefined {
  const known = new Set(subject.services.map(plain));
  const services = candidate.services.filter((service) => known.has(plain(service)));
  const pool = Math.max(actions, leastPool);
  const shared = candidate.stems.flatMap((stem) => {
    const count = subject.stems.get(stem);
    return count === undefined || count > pool * mostShare
      ? []
      : [{ stem, weight: Math.log(pool / Math.max(count, 1)) }];
  });
  const weight = shared.reduce((sum, one) => sum + one.weight, 0);
  const isAbout = shared.length > 2 || (shared.length > 1 && shared.some(({ stem }) => subject.title.has(stem)));
  const enough = services.length > 0 ? weight >= least.withService : isAbout && weight >= least.alone;
  if (!enough) return undefined;
  const words = shared
    .toSorted((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, 4)
    .map(({ stem }) => wordOf(candidate.text, stem));
  return { services, words: [...new Set(words)], score: weight + (services.length > 0 ? 5 : 0) };
}
