import { markNumber } from './output.ts';

/** A shell that can be recorded: its start-up files, and how it is told to read them. */
export type ShellHooks = {
  /** Files for a folder of our own, by name. */
  files: Record<string, string>;
  args: (folder: string) => string[];
  env: (folder: string, env: NodeJS.ProcessEnv) => NodeJS.ProcessEnv;
};

/** One text in the single quotes of a shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * What a hook writes for each command: exit code, start and end in microseconds since 1970, the text; ended by a zero byte. The pipe is
 * opened for reading, too: then nobody waits when the recorder is gone.
 */
const tell = (pipe: string): string =>
  `[ -p ${quoted(pipe)} ] && builtin printf '%s %s %s %s\\0' "$1" "$2" "$3" "$4" 1<>${quoted(pipe)}`;

/**
 * PS0 is shown between reading a command and running it: its arithmetic notes the time. The history tells the text; so that each
 * command has a number of its own there, doubles are kept in it. What the history leaves out is left out here.
 */
const bash = (pipe: string, marks: boolean): string => `[ -r ~/.bashrc ] && . ~/.bashrc
if [ "\${BASH_VERSINFO[0]}" -lt 5 ]; then echo 'hindcast: recording takes bash 5 or newer; nothing is recorded here' >&2; return; fi
HISTCONTROL=:\${HISTCONTROL:-}:
case $HISTCONTROL in *:ignorespace:*|*:ignoreboth:*) HISTCONTROL=ignorespace ;; *) HISTCONTROL= ;; esac
__hindcast_tell() { ${tell(pipe)}; }
__hindcast_done() {
  local status=$? start=$__hindcast_start now=\${EPOCHREALTIME/[.,]/} line number
${marks ? `  [ -n "$start" ] && builtin printf '\\e[?${markNumber};%sl' "\${start: -9}"\n` : ''}  __hindcast_start=
  line=$(HISTTIMEFORMAT= builtin history 1)
  line=\${line#"\${line%%[![:space:]]*}"}
  number=\${line%%[!0-9]*}
  if [ -n "$start" ] && [ "$number" != "$__hindcast_number" ]; then
    line=\${line#"$number"}
    __hindcast_tell "$status" "$start" "$now" "\${line:2:8000}"
  fi
  __hindcast_number=$number
  return $status
}
__hindcast_start= __hindcast_number=none __hindcast_none=-
PS0='\${__hindcast_none:$((__hindcast_start=\${EPOCHREALTIME/[.,]/})):0}${marks ? `\\e[?${markNumber};\${__hindcast_start: -9}h` : ''}'"\${PS0:-}"
if [[ \${PROMPT_COMMAND@a} == *a* ]]; then PROMPT_COMMAND=(__hindcast_done "\${PROMPT_COMMAND[@]}")
else PROMPT_COMMAND="__hindcast_done\${PROMPT_COMMAND:+; $PROMPT_COMMAND}"; fi
`;

const zshFile = (name: string): string => `ZDOTDIR=\${HINDCAST_ZDOTDIR:-$HOME}
[[ -r $ZDOTDIR/${name} ]] && . $ZDOTDIR/${name}
HINDCAST_ZDOTDIR=$ZDOTDIR
`;

const zsh = (pipe: string, marks: boolean): string => `${zshFile('.zshrc')}[[ $ZDOTDIR == $HOME ]] && unset ZDOTDIR
unset HINDCAST_ZDOTDIR HINDCAST_HOOKS
zmodload zsh/datetime
__hindcast_tell() { ${tell(pipe)} }
__hindcast_begin() {
  __hindcast_text=$1 __hindcast_start=\${EPOCHREALTIME/[.,]/}
  [[ -o histignorespace && $1 == ' '* ]] && __hindcast_start=
${marks ? `  [[ -n $__hindcast_start ]] && builtin printf '\\e[?${markNumber};%sh' \${__hindcast_start[8,16]}\n` : ''}}
__hindcast_done() {
  local code=$? start=$__hindcast_start
  __hindcast_start=
${marks ? `  [[ -n $start ]] && builtin printf '\\e[?${markNumber};%sl' \${start[8,16]}\n` : ''}  [[ -n $start ]] && __hindcast_tell $code \${start[1,16]} \${\${EPOCHREALTIME/[.,]/}[1,16]} "\${__hindcast_text[1,8000]}"
  return $code
}
__hindcast_start=
preexec_functions+=(__hindcast_begin)
precmd_functions=(__hindcast_done $precmd_functions)
`;

/** Shells by the name of their program. */
export const shells: Record<string, (pipe: string, marks: boolean) => ShellHooks> = {
  bash: (pipe, marks) => ({
    files: { bashrc: bash(pipe, marks) },
    args: (folder) => ['--rcfile', `${folder}/bashrc`],
    env: (_folder, env) => env,
  }),
  zsh: (pipe, marks) => ({
    files: { '.zshenv': `${zshFile('.zshenv')}ZDOTDIR=\${HINDCAST_HOOKS}\n`, '.zshrc': zsh(pipe, marks) },
    args: () => [],
    env: (folder, env) => ({
      ...env,
      ZDOTDIR: folder,
      HINDCAST_HOOKS: folder,
      ...(env['ZDOTDIR'] === undefined ? {} : { HINDCAST_ZDOTDIR: env['ZDOTDIR'] }),
    }),
  }),
};
