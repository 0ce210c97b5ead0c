// CDK's built-in validation costs 3 s a synth; `npm run checks` runs its engine once over every profile.
process.env.CDK_VALIDATION = 'false';
process.env.CDK_DISABLE_STACK_TRACE = '1';
// The SDK warns on Node 20, which the product supports; pinned versions stay usable there.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
