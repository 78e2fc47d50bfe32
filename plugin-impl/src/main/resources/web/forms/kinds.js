import { MANAGEMENT_KINDS } from './management.js';
import { RIGHTS_KINDS } from './rights.js';
import { SIGNAL_KINDS } from './signals.js';
import { TALK_KINDS } from './talks.js';

// The forms, as data: a further kind is one description in one of these files and its words in the texts.
// ifAsked, unlessAsked = only where the dossier's protocol asks for it, or does not.
// also = a second tab on which it stands.
// action = the right it asks; tab = where it stands; headline = the field that says most in the chronology.
// judges = it judges earlier entries, so it names the version that was read; states = only while the dossier is so; opened = only while the steps run; closed = on a closed dossier too; once = not again.
// A field: name (dots go deeper), type, options of a choice, optional, when (field: values), more (folded away), initial.
export const KINDS = { ...SIGNAL_KINDS, ...TALK_KINDS, ...MANAGEMENT_KINDS, ...RIGHTS_KINDS };
