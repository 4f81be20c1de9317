// A page built by webpack: the program and the texts are emitted beside the script.
import "detente-view/define";
