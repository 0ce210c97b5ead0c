// CDK's built-in validation costs 3 s a synth; `npm run checks` runs its engine once over every profile.
process.env.CDK_VALIDATION = 'false';
process.env.CDK_DISABLE_STACK_TRACE = '1';
