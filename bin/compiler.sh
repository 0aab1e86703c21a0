# Read by the scripts beside it: one compiler for all projects of a build, since starting one for each takes half of the time. It ends with the build.
# What bears our mark in its environment is ours; whoever else compiles here keeps theirs. Where processes do not show that, each project gets its own.
export ADVPORTAL_BUILD=$$-$RANDOM

if [ -r /proc/self/environ ]; then
  compiling=(-nodeReuse:false -p:UseSharedCompilation=true "-p:SharedCompilationId=advportal-$ADVPORTAL_BUILD")
else
  compiling=(-nodeReuse:false -p:UseSharedCompilation=false)
fi

release_compiler() {
  local started pid
  for started in $(grep -lsz -- "^ADVPORTAL_BUILD=$ADVPORTAL_BUILD\$" /proc/[0-9]*/environ); do
    pid=${started//[!0-9]/}
    grep -qsz VBCSCompiler "/proc/$pid/cmdline" && kill "$pid" 2>/dev/null
  done
  return 0
}
