/** What hosts and other bundles may rely on: identifiers, tab descriptor and launch service. */
@Export
@Version("1.0.0")
@NullMarked
package nl.meldcode.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
